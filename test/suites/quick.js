import { suite } from './files.js';

/** Side by side, as whoever runs it waits for it: the contract on EventStoreDB's double takes as long as all the others. */
export default suite('quick', { maxWorkers: 2 });
