import { commandIntentsContract } from '../contract/intents.ts';
import { memoryIntents } from './memory-intents.ts';

const shared = memoryIntents();
describe('intents in memory', () => commandIntentsContract(async () => shared));
