import '@iris-azure/gate/jest';
import { disks, GOOD, stubGate, stubGateWithBaselines } from './stub';

const gate = stubGate();
const good = disks({ database: GOOD });
const bad = disks({ database: GOOD, wij: { ...GOOD, storage_account_type: 'Standard_LRS' } });
const WIJ = 'azurerm_managed_disk.wij';

test('toPassGate holds for an estate on which no rule fails', () => {
  expect(good).toPassGate(gate);
  expect(bad).not.toPassGate(gate);
});

test('fails toPassGate with the rule, the address and the message', () => {
  expect(() => expect(bad).toPassGate(gate)).toThrow(`fail T-001 on mirror/${WIJ}: is not Premium`);
});

test('fails toPassGate on an estate that no rule judges', () => {
  expect(() => expect(disks({})).toPassGate(gate)).toThrow('no rule found a resource of its kind');
});

test('toFailRule holds for a rule that fails, at an address or anywhere', () => {
  expect(bad).toFailRule(gate, 'T-001');
  expect(bad).toFailRule(gate, 'T-001', WIJ);
  expect(bad).not.toFailRule(gate, 'T-001', 'azurerm_managed_disk.database');
  expect(good).not.toFailRule(gate, 'T-001');
});

test('fails toFailRule with what the rule judged', () => {
  expect(() => expect(good).toFailRule(gate, 'T-001', WIJ)).toThrow(
    'pass T-001 on mirror/azurerm_managed_disk.database',
  );
});

test('fails toFailRule on a rule that the gate does not have', () => {
  expect(() => expect(good).not.toFailRule(gate, 'T-01')).toThrow(
    'the gate has no rule T-01; its rules are T-001, T-002',
  );
});

test('toFailExactly holds only when nothing else fails', () => {
  const worse = disks({ wij: { storage_account_type: 'Standard_LRS', disk_encryption_set_id: null } });

  expect(bad).toFailExactly(gate, [['T-001', WIJ]]);
  expect(worse).not.toFailExactly(gate, [['T-001', WIJ]]);
  expect(good).toFailExactly(gate, []);
});

test('fails toFailExactly with the difference', () => {
  expect(() => expect(bad).toFailExactly(gate, [['T-002', WIJ]])).toThrow(/T-002 on .*wij[\s\S]*T-001 on .*wij/);
});

test('every matcher judges by the baselines that it is given', () => {
  const withBaselines = stubGateWithBaselines();

  expect(bad).not.toPassGate(withBaselines);
  expect(bad).toPassGate(withBaselines, { baseline: 'lax' });
  expect(bad).not.toFailRule(withBaselines, 'T-001', WIJ, { baseline: 'lax' });
  expect(bad).toFailExactly(withBaselines, [], { baselines: { 'mir*': 'lax' } });
});
