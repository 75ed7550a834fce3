/** Loads something and uses it, and prints the seconds of each as JSON, and those of the processor for using it. */
export function printTimes(load, use) {
  const start = performance.now();
  const loaded = load();
  const between = performance.now();
  const processor = process.cpuUsage();
  use(loaded);
  const { user, system } = process.cpuUsage(processor);
  const seconds = { load: between - start, use: performance.now() - between, processor: (user + system) / 1000 };
  console.log(JSON.stringify(seconds, (_, time) => (typeof time === 'number' ? time / 1000 : time)));
}
