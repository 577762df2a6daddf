import '../support/http-altitude.ts';
import { lift } from '../support/lift.ts';

await lift('deployment');
