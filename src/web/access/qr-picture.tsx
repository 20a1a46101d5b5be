/** A QR that the server drew. As a picture, so that nothing in it can run. */
export function QrPicture({
  svg,
  alt,
  className,
}: {
  svg: string;
  alt: string;
  className: string | undefined;
}) {
  return <img className={className} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} />;
}
