import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { useSession } from '../../../shared/session/session.ts';
import { civilDay } from '../../../shared/time/say.ts';
import type { Choice } from '../../../shared/ui/field.tsx';

interface Replaceable {
  /** The account's devices have been looked up, or cannot be. */
  readonly known: boolean;
  /** The device that this phone was until now: no question then. */
  readonly own: string | undefined;
  /** Otherwise: which one this phone takes the place of, or none. Empty when there is nothing to ask. */
  readonly choices: readonly Choice<string>[];
}

/** What a phone that is enrolled may take the place of: a browser that has lost everything does not know what it was before. */
export function useReplaceable(enrolledAs: string | null): Replaceable {
  const { t, language } = useWords();
  const session = useSession();
  const { answer, problem } = useAnswer('identity.devices', session.state === 'signed-in' ? { account: session.me.account, limit: 500 } : undefined);
  const devices = answer?.value.items ?? [];
  const own = devices.find(({ device }) => device === enrolledAs)?.device;
  const trusted = own === undefined ? devices.filter(({ revoked }) => revoked === null) : [];
  return {
    known: answer !== undefined || problem !== undefined,
    own,
    choices:
      trusted.length === 0
        ? []
        : [
            ...trusted.map(({ device, enrolled }) => ({
              value: device,
              label: t('enrol.replaces.which', { device: device.slice(-8), day: civilDay(enrolled, language) }),
            })),
            { value: 'beside', label: t('enrol.replaces.none') },
          ],
  };
}
