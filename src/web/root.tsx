import { use, type ReactNode } from 'react';
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
import { hasScript, type Frame, type RouteHandle } from './shell/frame.ts';
import { Served } from './shell/served.ts';
import { Shell } from './shell/shell.tsx';
import { InPlace } from './words/words.tsx';

export function loader({ context }: Route.LoaderArgs): Frame {
  const { language, theme, mode, origin, timeZone, today, visitor, personKey } = pageOfRequest(context);
  return {
    language,
    theme,
    mode,
    origin,
    timeZone,
    today,
    visitor,
    personKey,
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

/** Where a worker watches this page the device keeps the type: it can be used from the first moment. */
const typeIfKept = `navigator.serviceWorker?.controller&&(document.documentElement.dataset.type='here')`;

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<Frame>('root');
  const { nonce, preload } = use(Served);
  const matches = useMatches();
  // Where a browser asks, script is there already: it came with the page from which one went on.
  const isLive = !import.meta.env.SSR || !frame || hasScript(matches, frame.visitor);
  return (
    <html
      lang={frame?.language ?? 'es'}
      data-theme={frame?.theme ?? 'system'}
      data-person={frame?.personKey ?? 'none'}
      data-type={isLive ? undefined : 'here'}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14191c" />
        <Meta />
        <Links />
        {isLive && (
          <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: typeIfKept }} />
        )}
        {isLive && preload.map((href) => <link key={href} rel="modulepreload" href={href} />)}
        {!isLive && import.meta.env.PROD && <script async src="/visitor.js" />}
      </head>
      <body>
        <InPlace
          country={frame?.visitor?.country ?? undefined}
          timeZone={frame?.timeZone}
          today={frame?.today}
        >
          {children}
        </InPlace>
        {isLive && <ScrollRestoration />}
        {isLive && <Scripts />}
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
