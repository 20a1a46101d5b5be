import { SignIn } from './sign-in.tsx';

export default SignIn;
