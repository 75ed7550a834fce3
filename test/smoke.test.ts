import * as f from '@iris-azure/foundation';
test('x', () => { expect(f).toBeDefined(); });
