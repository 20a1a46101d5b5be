import type { ReactNode } from 'react';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
  type ShouldRevalidateFunctionArgs,
} from 'react-router';
import type { Route } from './+types/root';
import './design/base.css';
import { pageOfRequest } from './api.ts';
import { ErrorPage } from './shell/error-page.tsx';
import type { Frame, RouteHandle } from './shell/frame.ts';
import { Shell } from './shell/shell.tsx';
import { InPlace } from './words/words.tsx';

export function loader({ context }: Route.LoaderArgs): Frame {
  const { language, theme, mode, origin, timeZone, today, visitor, personKey, preload } =
    pageOfRequest(context);
  return {
    language,
    theme,
    mode,
    origin,
    timeZone,
    today,
    visitor,
    personKey,
    preload,
    formKey: crypto.randomUUID(),
  };
}

/** After every deed the frame is asked again: who is here may have changed, and the next form needs a new key. */
export function shouldRevalidate({
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined && formMethod !== 'GET' ? true : defaultShouldRevalidate;
}

export const links: Route.LinksFunction = () => [
  { rel: 'icon', href: '/icons/mark.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/icons/mark-180.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<Frame>('root');
  const handles = useMatches().map((match) => match.handle as RouteHandle | undefined);
  const hasScript = !handles.some((handle) => handle?.script === false);
  return (
    <html
      lang={frame?.language ?? 'es'}
      data-theme={frame?.theme ?? 'system'}
      data-person={frame?.personKey ?? 'none'}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14191c" />
        <Meta />
        <Links />
        {hasScript && frame?.preload.map((href) => <link key={href} rel="modulepreload" href={href} />)}
      </head>
      <body>
        <InPlace
          country={frame?.visitor?.country ?? undefined}
          timeZone={frame?.timeZone}
          today={frame?.today}
        >
          {children}
        </InPlace>
        {hasScript && <ScrollRestoration />}
        {hasScript && <Scripts />}
      </body>
    </html>
  );
}

export default function Root({ loaderData }: Route.ComponentProps) {
  const isBare = useMatches().some((match) => (match.handle as RouteHandle | undefined)?.frame === false);
  if (isBare) return <Outlet />;
  return (
    <Shell frame={loaderData}>
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const frame = useRouteLoaderData<Frame>('root');
  if (!frame) return <ErrorPage error={error} />;
  return (
    <Shell frame={frame}>
      <ErrorPage error={error} />
    </Shell>
  );
}
