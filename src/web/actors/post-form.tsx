import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Checkbox, DateField, Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { useSay, useToday } from '../words/words.tsx';
import type { Post } from './actor-shapes.ts';
import { Chooser } from './chooser.tsx';
import { optionsOf } from './options.ts';

/** Who holds an office, and for which term. Giving it a last day ends it; nobody's name leaves it vacant. */
export function PostForm({
  post,
  territory,
  people,
  here,
}: {
  post: Post | undefined;
  territory: string;
  people: readonly string[];
  here: string;
}) {
  const say = useSay();
  const today = useToday();
  const labels = {
    kind: say('actor-pages.post-kind'),
    title: say('actor-pages.post-title'),
    topic: say('actor-pages.topic'),
    personId: say('actor-pages.who'),
    validFrom: say('actor-pages.from'),
    validTo: say('actor-pages.until'),
  };
  return (
    <DataForm name="post" labels={labels}>
      <input type="hidden" name="territory" value={post?.territory.reference ?? territory} />
      {post && <input type="hidden" name="postId" value={post.id} />}
      {post && <input type="hidden" name="version" value={post.version} />}
      {!post && (
        <Select
          name="kind"
          label={labels.kind}
          help={say('actor-pages.post-kind-help')}
          options={optionsOf(say, 'post')}
          defaultValue="focal-point"
          required
        />
      )}
      <TextInput
        name="title"
        label={labels.title}
        help={say('actor-pages.post-title-help')}
        defaultValue={post?.title}
        required
      />
      <Chooser
        name="personId"
        label={labels.personId}
        help={say('actor-pages.who-help')}
        current={post?.person}
        suggestions={people}
        register
      />
      <TextInput
        name="topic"
        label={labels.topic}
        help={say('actor-pages.topic-help')}
        defaultValue={post?.topic ?? ''}
      />
      <Checkbox
        name="alternate"
        label={say('actor-pages.alternate')}
        defaultChecked={post?.alternate ?? false}
      />
      <DateField name="validFrom" label={labels.validFrom} defaultValue={post?.validFrom ?? today} required />
      <DateField
        name="validTo"
        label={labels.validTo}
        help={say('actor-pages.post-until-help')}
        defaultValue={post?.validTo ?? ''}
      />
      <Buttons>
        <Button>{post ? say('shared.save') : say('actor-pages.appoint')}</Button>
        {post && (
          <Button look="danger" name="remove" value="yes">
            {say('actor-pages.delete-mistake')}
          </Button>
        )}
        {post && (
          <ButtonLink look="quiet" to={here}>
            {say('shared.cancel')}
          </ButtonLink>
        )}
      </Buttons>
    </DataForm>
  );
}
