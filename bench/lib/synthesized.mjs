import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What cdktf wrote for each stack, without what it notes for itself ("//"). */
export function synthesized(outdir) {
  const stacks = join(outdir, 'stacks');
  return Object.fromEntries(
    readdirSync(stacks).map((name) => [
      name,
      JSON.parse(readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8'), (key, value) =>
        key === '//' ? undefined : value,
      ),
    ]),
  );
}
