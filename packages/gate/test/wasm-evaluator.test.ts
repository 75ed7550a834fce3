import { GateError, loadGate } from '@iris-azure/gate';
import { loadWasmEvaluator, pagesFor } from '../src/policy/wasm-evaluator';
import { disks } from './stub';

const MIB = 1024 * 1024;

test('the compiled policies give a verdict for every rule of their catalogue', async () => {
  const gate = await loadGate();
  const report = gate.judge(disks({ a: { storage_account_type: 'Premium_LRS' } }));

  expect(report.rules.map((rule) => rule.id)).toEqual(gate.rules.map((rule) => rule.id));
});

test('the same gate judges one estate after another alike', async () => {
  const gate = await loadGate();
  const estate = disks({ a: { storage_account_type: 'Standard_LRS' } });

  expect(gate.judge(estate)).toEqual(gate.judge(estate));
});

test('memory is sized from the input, some 40 bytes for each of its', () => {
  expect(pagesFor(0) * 65_536).toBe(8 * MIB);
  expect(pagesFor(10 * MIB) * 65_536).toBe(408 * MIB);
});

test('memory never exceeds what WebAssembly can address', () => {
  expect(pagesFor(1024 * MIB)).toBe(65_536);
});

test('fails on an estate beyond what WebAssembly can hold', () => {
  expect(() => pagesFor(3000 * MIB)).toThrow('the estate takes 3000 MiB, at most 2048 can be judged at once');
});

test('fails on a policy that is no WebAssembly', async () => {
  await expect(loadWasmEvaluator(new Uint8Array([1, 2, 3]), new Uint8Array())).rejects.toThrow(GateError);
});
