import { uuidv7 } from '#kernel';
import type { CommandIntent, CommandIntents } from '../intents/intents.ts';

/** What every keeper of intents promises. `node` opens another node on the same ones. */
export function commandIntentsContract(node: () => Promise<CommandIntents>): void {
  const intent = (more: Partial<CommandIntent> = {}): CommandIntent => ({
    command: uuidv7(1_700_000_000_000),
    user: 'u',
    digest: Uint8Array.from([1, 2, 3]),
    stream: 'tally-1',
    firstRevision: 4,
    ...more,
  });

  it('keeps the first intent of a command, for every node', async () => {
    const [one, other] = [await node(), await node()];
    const first = intent();
    expect(await one.of(first.command)).toBeUndefined();
    expect(await one.intend(first)).toEqual(first);
    expect(await other.of(first.command)).toEqual(first);
    expect(await other.intend({ ...first, firstRevision: 9 })).toEqual(first);
    expect(await other.intend({ ...first, user: 'v', digest: Uint8Array.from([9]) })).toEqual(first);
  });

  it('agrees on one when nodes intend the same command at once', async () => {
    const nodes = [await node(), await node(), await node()];
    const commands = Array.from({ length: 40 }, () => intent().command);
    const answers = await Promise.all(
      nodes.flatMap((each, n) => commands.toSorted(() => (n % 2 === 0 ? 1 : -1)).map((command) => each.intend(intent({ command, user: `node-${n}` })))),
    );
    for (const command of commands) {
      const told = answers.filter((answer) => answer.command === command).map(({ user }) => user);
      expect(new Set([...told, (await nodes[0]?.of(command))?.user]).size).toBe(1);
    }
  });
}
