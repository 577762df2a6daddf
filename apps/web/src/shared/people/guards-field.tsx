import { useWords } from '../language/language.ts';
import { useAnswer } from '../offline/index.ts';
import { Shown } from '../ui/answered.tsx';
import { Ticks } from '../ui/field.tsx';

interface GuardsProps {
  readonly post: string;
  readonly label: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Whoever may keep watch at the post: guards and squad leaders who hold the role there now. */
export function GuardsField({ post, label, chosen, onChoose }: GuardsProps) {
  const { t } = useWords();
  const people = useAnswer('identity.on-duty', { post, limit: 500 });
  return (
    <Shown of={people}>
      {({ items }) => (
        <Ticks
          label={label}
          choices={items
            .filter(({ role }) => role === 'guard' || role === 'squad-leader')
            .map(({ account, login, name, role }) => ({
              value: account,
              label: role === 'guard' ? (name ?? login) : `${name ?? login} · ${t('role.squad-leader')}`,
            }))}
          values={chosen}
          onChoose={onChoose}
        />
      )}
    </Shown>
  );
}
