import { readFileSync } from 'node:fs';
import path from 'node:path';
import { synthesize, type Synthesis } from '@iris-azure/stacks';
import { inTemporaryFolder, SynthesizedStack } from '../../test/support';

/** What cdktf notes of a stack in its manifest. */
interface ManifestEntry {
  readonly dependencies: readonly string[];
}

/** A synthesized environment, whole. */
export interface SynthesizedEnvironment {
  /** What the synthesis reports. */
  readonly synthesis: Synthesis;
  /** Stacks, by the part of the environment that they are: `network`, `mirror-exchange`. */
  readonly stacks: Readonly<Record<string, SynthesizedStack>>;
  /** cdktf's manifest: stacks by name. */
  readonly manifest: Readonly<Record<string, ManifestEntry>>;
}

/** Synthesizes TrakCare production as a deployment would. */
export function synthesizedProduction(): SynthesizedEnvironment {
  return synthesizedEnvironment('trakcare-prod');
}

/** Synthesizes an environment as a deployment would. */
export function synthesizedEnvironment(environment: string): SynthesizedEnvironment {
  return inTemporaryFolder((outdir) => {
    const synthesis = synthesize({ environment, outdir });
    const { stacks } = JSON.parse(readFileSync(path.join(outdir, 'manifest.json'), 'utf8')) as {
      stacks: Record<string, ManifestEntry>;
    };
    const byPart = Object.keys(stacks).map((name) => [
      name.replace(`${environment}-`, ''),
      SynthesizedStack.read(outdir, name),
    ]);
    return { synthesis, manifest: stacks, stacks: Object.fromEntries(byPart) as Record<string, SynthesizedStack> };
  });
}
