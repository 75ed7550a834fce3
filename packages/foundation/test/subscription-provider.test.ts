import { Refusal, subscriptionProvider } from '@iris-azure/foundation';
import { synthesized, testResourceGroup } from '../../../test/support';

const hub = '22222222-2222-2222-2222-222222222222';

test('another subscription has one provider in a stack, of the same cloud', () => {
  const { document } = synthesized((stack) => {
    expect(subscriptionProvider(stack, hub, 'china')).toBe(subscriptionProvider(stack, hub, 'china'));
  });

  expect(document.provider?.azurerm).toEqual([
    expect.not.objectContaining({ alias: expect.anything() as unknown }),
    expect.objectContaining({ alias: `subscription-${hub}`, subscription_id: hub, environment: 'china' }),
  ]);
});

test('fails on a subscription that only Terraform knows', () => {
  synthesized((stack) => {
    const { id } = testResourceGroup(stack);

    expect(() => subscriptionProvider(stack, id, 'public')).toThrow(Refusal);
  });
});
