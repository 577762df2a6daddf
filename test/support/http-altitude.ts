import 'reflect-metadata';
import { useStack } from '#testing';
import { openHttpStack } from './http-stack.ts';

/*
 * Lifts every command spec of a file to the HTTP altitude: one server on one log on disk for the file, a name space of
 * its own for every example.
 */
const stack = openHttpStack();

beforeAll(async () => useStack(await stack));
afterAll(async () => (await stack).close());
