import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { DoorList } from '../../features/access/doors/door-list.tsx';
import { ShiftList } from '../../features/access/shifts/shift-list.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { Empty } from '../../shared/ui/pages.tsx';
import { Shell } from '../shell/shell.tsx';

/** Posts, their doors and shifts, for dispatchers, who see no names there. */
export function PlacesRoutes() {
  const { t } = useWords();
  const posts = useAnswer('access.posts', { limit: 500 });
  const [chosen, setChosen] = useState<string>();
  return (
    <Shell title={t('places.title')} links={[{ to: '~/places', label: t('places.title'), icon: MapPin }]}>
      <Shown of={posts}>
        {({ items }) => {
          const post = chosen ?? items[0]?.post;
          if (post === undefined) return <Empty>{t('rewind.no-post')}</Empty>;
          return (
            <>
              <SelectField label={t('rewind.post')} choices={items.map((each) => ({ value: each.post, label: each.name }))} value={post} onChoose={setChosen} />
              <h2>{t('nav.doors')}</h2>
              <DoorList post={post} />
              <h2>{t('squad.shifts')}</h2>
              <ShiftList post={post} />
            </>
          );
        }}
      </Shown>
    </Shell>
  );
}
