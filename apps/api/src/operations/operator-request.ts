import { Words } from '#http';

/** What is asked over the socket, besides the operation's own arguments: held to the rules of every text that arrives by HTTP. */
export class OperatorRequest {
  @Words('The operation’s name', { max: 40 }) operation!: string;
  @Words('The operating-system user, who is the actor of what is recorded', { max: 100 }) user!: string;
}
