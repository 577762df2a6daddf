import { MinutesFacts } from '../../features/logistics/destruction-minutes/minutes-facts.tsx';
import { fileOf, minutesPage } from '../../features/logistics/papers/addresses.ts';
import { PaperLinks } from '../../features/logistics/papers/paper-links.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';

interface PageProps {
  readonly of: { readonly village: string; readonly destruction: string };
}

/** One destruction: what was destroyed, before whom. The code on its minutes leads here. */
export function DestructionPage({ of }: PageProps) {
  const { t, language } = useWords();
  const minutes = useAnswer('logistics.destruction-minutes', of);
  return (
    <>
      <PageHead title={t('destroy.title')} back="/stock" />
      <Shown of={minutes}>
        {(found) => (
          <>
            <PaperLinks name={t('paper.destruction-minutes')} page={minutesPage(of)} pdf={fileOf('destruction-minutes-pdf', { ...of, language })} />
            <MinutesFacts minutes={found} />
          </>
        )}
      </Shown>
    </>
  );
}
