const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Where nobody watches the line move, it is told anew no more often than this, in milliseconds. */
const pause = 10_000;

/**
 * Does a piece of work while saying so on standard error: with a moving sign and the seconds at a terminal, in one line
 * before and one after it elsewhere. The work may tell how far it has come, which is shown at once at a terminal and every
 * ten seconds elsewhere.
 */
export async function withProgress(label, work, stream = process.stderr) {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  return stream.isTTY ? onTerminal(label, work, stream, seconds) : inLines(label, work, stream, seconds);
}

async function inLines(label, work, stream, seconds) {
  let told = performance.now();
  stream.write(`${label} ...\n`);
  const result = await work((detail) => {
    if (performance.now() - told >= pause) {
      told = performance.now();
      stream.write(`${label}: ${detail}, ${seconds()}\n`);
    }
  });
  stream.write(`${label}: ${seconds()}\n`);
  return result;
}

async function onTerminal(label, work, stream, seconds) {
  let frame = 0;
  let detail = '';
  const draw = () => {
    const line = [frames[frame++ % frames.length], label, detail, seconds()].filter(Boolean).join(' ');
    stream.write(`\r\x1b[2K${line.slice(0, stream.columns)}`);
  };
  draw();
  const timer = setInterval(draw, 100);
  try {
    return await work((told) => {
      detail = told;
    });
  } finally {
    clearInterval(timer);
    stream.write('\r\x1b[2K');
  }
}
