/** Settings of the machine that the steps `encryption` and `mirror` and the commands of a mirror read beside those of all members. */
export interface MirrorSettings {
  /** Names of the other members in the mirror, separated by spaces, in the order of PEER_CERTIFICATES. */
  readonly PEER_MEMBERS?: string;
  /** Seconds for which one try of a step or command looks for the role that it waits for: 300 where it is not set. */
  readonly MIRROR_SETTLE_SECONDS?: string;
  /**
   * URL of the secret, without a version, by which the key file reaches all members. It opens nothing without the RSA key
   * DATABASE_KEY_URL. Where it is not set, the key file is copied to the other members by hand.
   */
  readonly DATABASE_KEY_FILE_SECRET?: string;
  /** Key file on the machine: database.key in the folder `keys` beside INSTALL_DIR where it is not set. */
  readonly DATABASE_KEY_FILE?: string;
}
