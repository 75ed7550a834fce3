import type { Estate } from '@iris-azure/estate';
import type { Verdicts } from '@iris-azure/policies';
import { loadPolicySync } from '@open-policy-agent/opa-wasm';
import { GateError } from '../gate-error';
import type { Evaluator } from './evaluator';

/** The little of the global that is used here: Node's types leave WebAssembly to the DOM's. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { compile(bytes: Uint8Array<ArrayBuffer>): Promise<CompiledPolicy> };
};

/** A compiled module, which any number of instances can share. */
type CompiledPolicy = object;

const ENTRYPOINT = 'iris/verdicts';
const PAGE = 64 * 1024;
/** What 32-bit WebAssembly can address. */
const MAX_PAGES = 65_536;
/** The policy itself and its working memory on a small estate. */
const BASE_BYTES = 8 * 1024 * 1024;
/** Bytes of memory per byte of input: environments of production take 20, parsing the half of it; what is not used costs nothing. */
const MEMORY_PER_INPUT_BYTE = 40;

/**
 * An evaluator of a policy compiled to WebAssembly.
 *
 * Each evaluation has an instance of its own with memory enough for its input from the start: OPA otherwise grows its
 * memory page by page, which takes longer than judging does.
 *
 * @param wasm the compiled module
 * @param data what it judges by beside the estate, as JSON
 * @throws {GateError} when the bytes are no WebAssembly
 */
export async function loadWasmEvaluator(
  wasm: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<Evaluator> {
  const compiled = await compile(wasm);
  const facts = whole(data);
  return { evaluate: (estate) => evaluate(compiled, facts, estate) };
}

async function compile(wasm: Uint8Array<ArrayBuffer>): Promise<CompiledPolicy> {
  try {
    return await WebAssembly.compile(wasm);
  } catch (error) {
    throw new GateError(
      `the compiled policy is no WebAssembly module (${reason(error)}); run "npm run policies build"`,
    );
  }
}

function evaluate(compiled: CompiledPolicy, facts: ArrayBuffer, estate: Estate): Verdicts {
  const input = encoded(estate);
  const policy = loadPolicySync(compiled, { initial: pagesFor(input.byteLength) });
  let results: unknown;
  try {
    policy.setData(facts);
    results = policy.evaluate(input, ENTRYPOINT);
  } catch (error) {
    throw new GateError(`the policy could not judge the estate (${reason(error)})`);
  }
  const [first] = results as readonly { readonly result: Verdicts }[];
  if (first === undefined)
    throw new GateError(`the policy gave no result for ${ENTRYPOINT}; run "npm run policies build"`);
  return first.result;
}

/** The estate as JSON bytes, which the policy's loader takes as they are: an object it would encode once more. */
function encoded(estate: Estate): ArrayBuffer {
  return whole(new TextEncoder().encode(JSON.stringify(estate)));
}

/** A buffer of these bytes and no others. */
function whole({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}

/**
 * The memory that an input needs, in pages of 64 KiB.
 *
 * @throws {GateError} when the input alone fills half of what WebAssembly can address
 */
export function pagesFor(inputBytes: number): number {
  if (inputBytes > (MAX_PAGES / 2) * PAGE) {
    const megabytes = Math.round(inputBytes / 1024 / 1024);
    throw new GateError(`the estate takes ${megabytes} MiB, at most 2048 can be judged at once; pass fewer stacks`);
  }
  return Math.min(MAX_PAGES, Math.ceil((BASE_BYTES + inputBytes * MEMORY_PER_INPUT_BYTE) / PAGE));
}

/** OPA's loader throws texts and plain objects as well as errors. */
function reason(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
