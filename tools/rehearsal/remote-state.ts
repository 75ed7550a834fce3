/** Name that cdktf gives to the data source by which a stack reads the state of another. */
const prefix = 'cross-stack-reference-input-';

/** Stack that a `terraform_remote_state` of this name reads. */
export function stackRead(name: string): string {
  if (!name.startsWith(prefix)) {
    throw new Error(`a remote state must be named ${prefix}STACK, as cdktf does, got '${name}'`);
  }
  return name.slice(prefix.length);
}

/** A text with what reads another stack's output put as something else. */
export function replaceOutputs(text: string, replacement: (stack: string, output: string) => string): string {
  return text.replace(
    /data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)/g,
    (_all, name: string, output: string) => replacement(stackRead(name), output),
  );
}
