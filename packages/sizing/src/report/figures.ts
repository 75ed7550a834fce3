/** A figure as people write it: thousands apart, no more decimals than say something. */
export function figure(value: number, decimals = 2): string {
  const [whole = '', fraction = ''] = String(Number(value.toFixed(decimals))).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction && `.${fraction}`);
}

/** A share in percent: 100 % is said of nothing but the whole. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  const shown = share < 1 ? Math.min(99, rounded) : share > 1 ? Math.max(101, rounded) : 100;
  return `${figure(shown)} %`;
}

/** A price by the hour in US dollars. */
export function price(hourlyUsd: number | undefined): string {
  return hourlyUsd === undefined ? 'not known' : hourlyUsd.toFixed(3);
}

/** Names in a sentence: `one, two and three`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
