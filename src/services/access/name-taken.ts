import { refuse } from '#domain/access/refusals.ts';

const fieldOfConstraint: Readonly<Record<string, string>> = {
  account_username_key: 'username',
  account_phone_key: 'phone',
  account_email_key: 'email',
};

/** Runs work, and tells a name to sign in with that somebody else has by its field. Of two at once, the database says who was first. */
export async function asNameTaken<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (problem) {
    const { code, constraint } = problem as { code?: string; constraint?: string };
    const field = code === '23505' && constraint !== undefined ? fieldOfConstraint[constraint] : undefined;
    if (field === undefined) throw problem;
    throw refuse('access.name-taken', { field });
  }
}
