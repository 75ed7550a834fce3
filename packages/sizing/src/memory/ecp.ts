/**
 * `MaxServerConn` of a mirror's members, which must be the same on all of them: the ECP clients of every region, since
 * those of the second connect before those of the first are gone.
 *
 * @param clients ECP clients (application and print servers) of each region
 */
export function maxServerConn(clients: readonly number[]): number {
  // One is the default of the product, and the least it takes.
  return Math.max(
    1,
    clients.reduce((sum, count) => sum + count, 0),
  );
}
