import type { Role, ProcessRole } from '#kernel';

/** The person holds none of the roles then. Answered as 403. */
export class NotPermitted extends Error {
  override readonly name = 'NotPermitted';
  readonly roles: readonly (Role | ProcessRole)[];
  constructor(roles: readonly (Role | ProcessRole)[]) {
    super(`This needs one of the roles ${roles.join(', ')}, held at that time by an account that was not suspended. Ask an admin for the role, or someone who holds it.`);
    this.roles = roles;
  }
}

/** A role fits, but not there. Answered as "not found", so that nobody learns what exists outside of their place. */
export class OutOfScope extends Error {
  override readonly name = 'OutOfScope';
  constructor() {
    super('The role is not held for that post, area, station or account at that time. Act where the role is held, or ask an admin to grant it there.');
  }
}
