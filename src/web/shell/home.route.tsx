import { call, pageOfRequest } from '../api.ts';
import type { Route } from './+types/home.route';
import { Home } from './home.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { items } = await call(context, 'listCountries', {}, request);
  return { countries: items, visitor: pageOfRequest(context).visitor };
}

export default function HomePage({ loaderData }: Route.ComponentProps) {
  return <Home countries={loaderData.countries} visitor={loaderData.visitor} />;
}
