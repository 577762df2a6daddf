import { action, processManager } from '#processes';
import { executeErasure } from '../features/execute-erasure/execute-erasure.ts';
import { subjects } from '../views/subjects.projection.ts';

/** Carries out every order that stands, however old: an erasure that was ordered is owed. Its `record` is `erasingFirst`. */
export const executeErasures = processManager({
  name: 'execute-erasures',
  from: subjects,
  due: (db) =>
    db
      .selectFrom('erasure')
      .select(['subject', (eb) => eb.ref('ordered_in').$notNull().as('order')])
      .where('status', '=', 'ordered')
      .orderBy('decided')
      .orderBy('subject'),
  act: ({ subject, order }) => action({ key: order, slice: executeErasure, asked: { subject }, causationId: order }),
});
