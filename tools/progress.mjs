const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Does a piece of work while saying so on standard error: with a moving sign and the seconds at a terminal, in one line
 * before and one after it elsewhere.
 */
export async function withProgress(label, work, stream = process.stderr) {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  if (!stream.isTTY) {
    stream.write(`${label} ...\n`);
    const result = await work();
    stream.write(`${label}: ${seconds()}\n`);
    return result;
  }
  let frame = 0;
  const draw = () => stream.write(`\r\x1b[2K${frames[frame++ % frames.length]} ${label} ${seconds()}`);
  draw();
  const timer = setInterval(draw, 100);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    stream.write('\r\x1b[2K');
  }
}
