import { FileText } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { ShiftSheet } from '../../features/access/shift-sheet/sheet.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { civilDay, clockTime } from '../../shared/time/say.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { Empty } from '../../shared/ui/pages.tsx';
import { usePostName } from './use-post-name.ts';

/** The sheet of the shift that runs, or of an earlier one. */
export function SheetPage({ post }: { readonly post: string }) {
  const { t, language } = useWords();
  const shifts = useAnswer('access.shifts', { post, limit: 30 });
  const [chosen, setChosen] = useState<string>();
  const name = usePostName(post) ?? '';
  return (
    <Shown of={shifts}>
      {({ items }) => {
        const shown = items.find(({ shift }) => shift === chosen) ?? items[0];
        if (!shown) return <Empty>{t('sheet.none')}</Empty>;
        return (
          <>
            {items.length > 1 && (
              <div className="no-print">
                <SelectField
                  label={t('sheet.which')}
                  choices={items.map(({ shift, started, running }) => ({
                    value: shift,
                    label: `${civilDay(started, language)} ${clockTime(started, language)}${running ? ` · ${t('sheet.running')}` : ''}`,
                  }))}
                  value={shown.shift}
                  onChoose={setChosen}
                />
              </div>
            )}
            <ShiftSheet key={shown.shift} post={post} shift={shown.shift} postName={name}>
              <Link href="/paper" className="button">
                <FileText aria-hidden size={20} />
                {t('paper.title')}
              </Link>
            </ShiftSheet>
          </>
        );
      }}
    </Shown>
  );
}
