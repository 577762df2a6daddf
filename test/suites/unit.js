import { suite } from './files.js';

export default suite('unit');
