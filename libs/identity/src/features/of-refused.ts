import { Count, Id, Optional, Words } from '#http';

/** An entry that was refused after the fact, and what its phone knows of it. */
export abstract class OfRefused {
  @Id('The entry: its command’s id') entry!: string;
  @Words('The command’s name', { example: 'access.lock-door' }) command!: string;
  @Optional(Id('The device that signed it')) device?: string;
  @Optional(Count('Its number in the device’s sequence', { min: 1 })) seq?: number;
  @Optional(Id('The post it concerns')) post?: string;
  @Optional(Words('The code of the problem that it was refused for', { max: 60, example: 'not-found' })) problem?: string;
}

export const refusedOf = ({ command, device, seq, post, problem }: OfRefused) => ({
  command,
  ...(device !== undefined && { device }),
  ...(seq !== undefined && { seq }),
  ...(post !== undefined && { post }),
  ...(problem !== undefined && { problem }),
});
