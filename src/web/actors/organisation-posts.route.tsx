import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/organisation-posts.route';
import styles from './actors.module.css';
import { addressOfOrganisation, countryOf, crumbOf, type Post } from './actor-shapes.ts';
import { holderOf, officeOf, Term } from './callers.tsx';
import { chosenPerson } from './choose.ts';
import { Conflict } from './conflict.tsx';
import { openForm } from './may-edit.ts';
import { PostForm } from './post-form.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const organisation = await call(context, 'getOrganisation', { organisationId: id }, request);
  openForm(context, request, organisation.abilities.includes('edit-organisation'));
  const { items } = await call(context, 'listPeople', {
    territory: organisation.territory.reference,
    limit: 200,
  });
  return {
    organisation,
    people: items.map((person) => person.name),
    edited: new URL(request.url).searchParams.get('cargo'),
  };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const here = `${addressOfOrganisation(id)}/cargos`;
  const at = { postId: textOf(form, 'postId'), version: Number(textOf(form, 'version')) };
  if (form.has('remove')) {
    const gone = await attempt(context, 'deletePost', at, keyOf(form));
    return gone.ok ? redirect(here) : refusedForm(gone.refused, form);
  }
  const territory = textOf(form, 'territory');
  const person = await chosenPerson(context, form, 'personId', { territory, organisationId: id });
  if (!person.ok) return person.answer;
  const written = {
    personId: person.id,
    title: textOf(form, 'title'),
    topic: textOf(form, 'topic') || null,
    alternate: form.has('alternate'),
    validFrom: textOf(form, 'validFrom'),
    validTo: textOf(form, 'validTo') || null,
  };
  const result = at.postId
    ? await attempt(context, 'updatePost', { ...at, body: written }, keyOf(form))
    : await attempt(
        context,
        'createPost',
        { body: { organisationId: id, territory, kind: textOf(form, 'kind') as Post['kind'], ...written } },
        keyOf(form),
      );
  return result.ok ? redirect(here) : refusedForm(result.refused, form);
}

export default function OrganisationPosts({
  loaderData: { organisation, people, edited },
}: Route.ComponentProps) {
  const say = useSay();
  const home = addressOfOrganisation(organisation.id);
  const here = `${home}/cargos`;
  const chosen = organisation.posts.find((post) => post.id === edited);
  return (
    <InPlace country={countryOf(organisation.territory.reference)}>
      <Page
        title={say('actor-pages.posts-of', { name: organisation.name })}
        lead={say('actor-pages.posts-lead')}
        crumbs={[crumbOf(organisation.territory), { to: home, title: organisation.name }]}
      >
        <Conflict
          labels={{
            title: say('actor-pages.post-title'),
            topic: say('actor-pages.topic'),
            validFrom: say('actor-pages.from'),
            validTo: say('actor-pages.until'),
          }}
        />
        <Posts posts={organisation.posts} here={here} />
        <Section title={chosen ? say('actor-pages.post-correct') : say('actor-pages.appoint')}>
          <PostForm
            key={chosen?.id ?? 'new'}
            post={chosen}
            territory={organisation.territory.reference}
            people={people}
            here={here}
          />
        </Section>
      </Page>
    </InPlace>
  );
}

function Posts({ posts, here }: { posts: readonly Post[]; here: string }) {
  const say = useSay();
  if (posts.length === 0) return <p>{say('actor-pages.no-posts')}</p>;
  return (
    <ul className={styles.lines}>
      {posts.map((post) => (
        <li key={post.id} className={styles.entry}>
          <span>
            {holderOf(post, say)}
            <small className={styles.soft}>
              {officeOf(post, false, say)} · <Term from={post.validFrom} to={post.validTo} />
            </small>
          </span>
          <ButtonLink look="quiet" icon="edit" to={`${here}?cargo=${post.id}`}>
            {say('actor-pages.change-named', { name: post.title })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
