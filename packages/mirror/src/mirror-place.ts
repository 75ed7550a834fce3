/** Which of several mirrors in one network a mirror is: what tells its names and addresses from those of the others. */
export interface MirrorPlace {
  /** Short name in the names of its machines, lower-case letters and digits, for example `exchange`. Empty: none. */
  readonly label: string;
  /** Number from which its addresses follow, 0 to 14, never given to another mirror of the network. */
  readonly slot: number;
}

/** Place of a mirror that has its network to itself. */
export const onlyMirror: MirrorPlace = { label: '', slot: 0 };

/** A name with the mirror's label in front, for machines. */
export function labelled({ label }: MirrorPlace, name: string): string {
  return label ? `${label}-${name}` : name;
}

/** Part of the names of what a mirror has one of: `mirror`, or `mirror-exchange`. */
export function mirrorPart({ label }: MirrorPlace): string {
  return label ? `mirror-${label}` : 'mirror';
}
