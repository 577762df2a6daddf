import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import worker from './decoder.worker.ts?worker&url';

/** The files of the decoder, by their addresses on the server. */
export const decoderWorker = worker;
export const decoderFiles: readonly string[] = [worker, wasm];
