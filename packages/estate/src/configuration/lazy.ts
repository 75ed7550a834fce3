/** Values worked out at most once each, on first use. */
export class Lazy<Key, Value> {
  private readonly values = new Map<Key, Value>();

  /**
   * The value of a key, worked out on its first request.
   *
   * @param key which value
   * @param meanwhile what a request sees that comes while the value is being worked out: a cycle
   * @param work works the value out
   */
  get(key: Key, meanwhile: Value, work: () => Value): Value {
    if (this.values.has(key)) return this.values.get(key) as Value;
    this.values.set(key, meanwhile);
    const value = work();
    this.values.set(key, value);
    return value;
  }
}
