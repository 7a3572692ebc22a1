/** Where the command's words go. */
export interface Log {
  /** What is being done now; on a terminal the next step overwrites it. */
  step(text: string): void;
  /** A line that stays. */
  line(text: string): void;
}

/** Says nothing, for callers that look at the result only. */
export const silentLog: Log = { step: () => undefined, line: () => undefined };

/** One live line for steps on a terminal; plain lines into files and pipes. */
export function streamLog(stream: NodeJS.WriteStream): Log {
  let live = false;
  const clear = () => {
    if (live) stream.write('\r\x1b[2K');
    live = false;
  };
  return {
    step(text) {
      clear();
      stream.write(stream.isTTY ? text : `${text}\n`);
      live = stream.isTTY;
    },
    line(text) {
      clear();
      stream.write(`${text}\n`);
    },
  };
}
