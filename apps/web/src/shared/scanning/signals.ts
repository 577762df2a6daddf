/** What a person hears and feels without looking: each is different in pitch, in rhythm and in length. */
export type Signal = 'right' | 'again' | 'wrong';

interface Tone {
  readonly hertz: number;
  readonly shape: OscillatorType;
  /** From when, and for how long, seconds. */
  readonly from: number;
  readonly lasts: number;
}

const tones: Readonly<Record<Signal, readonly Tone[]>> = {
  right: [{ hertz: 1_320, shape: 'sine', from: 0, lasts: 0.09 }],
  again: [
    { hertz: 660, shape: 'triangle', from: 0, lasts: 0.08 },
    { hertz: 660, shape: 'triangle', from: 0.14, lasts: 0.08 },
  ],
  wrong: [
    { hertz: 196, shape: 'square', from: 0, lasts: 0.22 },
    { hertz: 147, shape: 'square', from: 0.26, lasts: 0.22 },
    { hertz: 196, shape: 'square', from: 0.52, lasts: 0.3 },
  ],
};

/** Milliseconds on, off, on … */
const shakes: Readonly<Record<Signal, number[]>> = { right: [40], again: [40, 60, 40], wrong: [220, 80, 220, 80, 320] };

const loudness = 0.25;
let audio: AudioContext | undefined;

/** A browser lets a page sound only after a touch or a key: called at each, so that the first alarm is heard. */
export function allowSound(): void {
  audio ??= 'AudioContext' in globalThis ? new AudioContext() : undefined;
  if (audio?.state === 'suspended') void audio.resume();
}

export function give(signal: Signal): void {
  allowSound();
  for (const tone of tones[signal]) sound(tone);
  // Not every device can shake, and not every browser lets it.
  if ('vibrate' in navigator) navigator.vibrate(shakes[signal]);
}

function sound({ hertz, shape, from, lasts }: Tone): void {
  if (!audio) return;
  const begins = audio.currentTime + from;
  const volume = new GainNode(audio, { gain: 0 });
  const source = new OscillatorNode(audio, { frequency: hertz, type: shape });
  // Without a short slope it would click.
  volume.gain.setValueAtTime(0, begins);
  volume.gain.linearRampToValueAtTime(loudness, begins + 0.01);
  volume.gain.setValueAtTime(loudness, begins + lasts - 0.01);
  volume.gain.linearRampToValueAtTime(0, begins + lasts);
  source.connect(volume).connect(audio.destination);
  source.start(begins);
  source.stop(begins + lasts);
}
