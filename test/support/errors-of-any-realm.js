/*
 * jest runs specs in a realm of their own, where an error that Node itself throws is no `Error`. In production there is
 * one realm; here `instanceof Error` is made to mean the same.
 */
const ordinary = Function.prototype[Symbol.hasInstance];
Object.defineProperty(Error, Symbol.hasInstance, {
  value(value) {
    return (this === Error && Error.isError(value)) || ordinary.call(this, value);
  },
});
