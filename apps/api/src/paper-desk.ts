import { accountNames } from '#identity';
import { PaperDesk, Press, type AccountName } from '#paper';
import type { Saksi } from './parts.ts';

/** Where documents are asked for; its press starts with the first of them. */
export function paperDesk({ configuration, answerer, clock, demonstration }: Saksi): PaperDesk {
  const [columns, rows] = configuration.SAKSI_LABEL_GRID;
  const [aside, above] = configuration.SAKSI_LABEL_MARGINS;
  return new PaperDesk({
    press: new Press({ idle: configuration.SAKSI_PRESS_IDLE }),
    clock,
    demonstration: demonstration !== undefined,
    grid: { columns, rows, aside, above },
    ...(configuration.SAKSI_PUBLIC_URL !== undefined && { publicUrl: configuration.SAKSI_PUBLIC_URL }),
    namesOf: async (accounts, principal) => {
      if (accounts.length === 0) return { names: new Map<string, AccountName>(), withheld: false };
      const { answer, withheld } = await answerer.answer(accountNames, { accounts: [...accounts] }, { principal });
      return { names: new Map((answer as readonly ({ account: string } & AccountName)[]).map(({ account, ...name }) => [account, name])), withheld };
    },
  });
}
