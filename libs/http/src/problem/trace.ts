/**
 * Where an error came from, without what it says: messages may repeat what a person sent ("Unexpected token in
 * "Budi…"), class names, codes and stack frames do not.
 */
export function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  const stack = error.stack ?? '';
  // The message stands first and may itself have lines that look like frames.
  const frames = stack
    .slice(Math.max(0, stack.indexOf(error.message)) + error.message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return {
    name: error.name,
    ...(typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) && { code }),
    frames: frames.slice(0, 20),
    ...(error.cause !== undefined && { cause: traceOf(error.cause) }),
  };
}
