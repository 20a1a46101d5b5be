export async function attachRegisteredFile(): Promise<never> {
  throw new Error('later');
}
