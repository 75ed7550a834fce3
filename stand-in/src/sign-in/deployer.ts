/** Who deploys, as the sign-in stand-in says it: invented ids, for which no other service would give anything. */
export const deployer = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  objectId: '22222222-2222-4222-8222-222222222222',
  clientId: '33333333-3333-4333-8333-333333333333',
  subscriptionId: '00000000-0000-4000-8000-000000000001',
} as const;
