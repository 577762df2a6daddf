/** jest's global teardown: ends the server that `start.js` has started, if it has. */
export default async function stop() {
  await globalThis.postgresOfTheTests?.remove();
}
