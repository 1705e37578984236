/** The emulator cannot be prepared or started; the message is one line for its reader. */
export class EmulatorFailed extends Error {
  override readonly name = "EmulatorFailed";
}
