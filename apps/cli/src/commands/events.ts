import { Command, InvalidArgumentError } from 'commander';
import { withExamples } from '../examples.ts';
import { runOperation } from '../run-operation.ts';
import { tellTerminal } from '../terminal.ts';

interface Options {
  readonly stream?: string;
  readonly after?: string;
  readonly type?: readonly string[];
  readonly limit?: number;
  readonly json: boolean;
  readonly follow: boolean;
}

const count = (text: string): number => {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
};

const position = (text: string): string => {
  if (!/^\d{1,18}$/.test(text)) throw new InvalidArgumentError('It must be a position of the log, a whole number.');
  return text;
};

export const eventsCommand = (): Command =>
  withExamples(
    new Command('events')
      .option('--stream <stream>', 'only this stream, such as visit-018c…')
      .option('--after <position>', 'only events after this position', position)
      .option('--type <type...>', 'only events of these types')
      .option('--limit <count>', 'at most so many', count)
      .option('--json', 'one JSON object a line', false)
      .option('--follow', 'go on with those to come, until Ctrl-C, which ends it with exit code 0', false)
      .action(async ({ type, json, ...asked }: Options) => {
        const tell = tellTerminal({ endsAtInterrupt: true, ...(!json && { item: readable }) });
        const { events } = (await runOperation('events', { ...asked, ...(type && { types: type }) }, tell)) as { events?: number };
        tell.done();
        if (events === 0 && !json && !asked.follow) process.stderr.write('No event matches.\n');
      }),
    'saksi events',
    'saksi events --json --type access.guest-admitted.v1',
    'saksi events --follow',
  );

/** One line a person can read: position, when it was recorded and when it happened, what, where, by whom. */
function readable(item: object): string {
  const event = item as {
    demonstration?: true;
    position: string;
    recorded: string;
    effective: string;
    type: string;
    stream: string;
    revision: number;
    data: object;
    metadata: { actor: { role: string }; contradicts?: readonly string[] };
  };
  const late = event.recorded === event.effective ? '' : ` (recorded ${event.recorded})`;
  const against = event.metadata.contradicts ? ` contradicts ${event.metadata.contradicts.join(', ')}` : '';
  const invented = event.demonstration ? 'DEMONSTRATION ' : '';
  return `${invented}${event.position.padStart(7)} ${event.effective}${late} ${event.type} ${event.stream}@${event.revision} by ${event.metadata.actor.role}${against} ${JSON.stringify(event.data)}`;
}
