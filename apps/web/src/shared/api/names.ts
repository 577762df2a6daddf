import type { components, operations } from './generated/operations.ts';

/** The API's own words for what is sent and answered. */
export type Schemas = components['schemas'];
export type Receipt = Schemas['Receipt'];
export type Me = Schemas['Me'];
export type Role = Schemas['HeldRole']['role'];

type Operation<N extends keyof operations> = operations[N];
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : never;
type Answer<O> = O extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : never;
type Arguments<O> = O extends { parameters: { query: infer Q } } ? Q : O extends { parameters: { query?: infer Q } } ? Q : never;

/** Commands: recorded in the log, answered with a receipt. */
export type CommandName = {
  [N in keyof operations]: Operation<N> extends { responses: { 201: { content: { 'application/json': Receipt } } } } ? N : never;
}[keyof operations];
export type CommandBody<N extends CommandName> = Body<Operation<N>>;

/** Questions: answered from what was made of the log. */
export type QueryName = {
  [N in keyof operations]: Operation<N> extends { requestBody?: never; responses: { 200: { content: { 'application/json': object } } } } ? N : never;
}[keyof operations];
export type QueryArguments<N extends QueryName> =
  NonNullable<Arguments<Operation<N>>> extends never ? Readonly<Record<string, never>> : NonNullable<Arguments<Operation<N>>>;
export type QueryAnswer<N extends QueryName> = Answer<Operation<N>>;

/** The address of an operation: names and addresses cannot drift apart. */
export const pathOf = (name: string): string => `/api/${name.replace('.', '/')}`;
