/** What AWS answers, or nothing where it says that there is no such thing. */
export async function absentOn<T>(names: readonly string[], answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (names.includes((error as Error).name)) return undefined;
    throw error;
  }
}
