/** Runs a program: what the work returns is its exit code; an error is one message for the user, and exit code 2. */
export async function program(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
