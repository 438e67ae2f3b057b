// Saves a drawing as PNG: the server gives it as SVG, the browser paints it. All else works without this file.
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.('a[href*="/export/"][href*=".png"]');
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  const response = await fetch(link.href.replace(".png", ".svg"));
  if (!response.ok) return;
  const picture = new Image();
  picture.src = URL.createObjectURL(await response.blob());
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.naturalWidth * 2, picture.naturalHeight * 2];
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  canvas.toBlob((blob) => {
    const save = document.createElement("a");
    save.href = URL.createObjectURL(blob);
    save.download = /([a-z]+)\.png/.exec(link.href)[1] + ".png";
    save.click();
    setTimeout(() => URL.revokeObjectURL(save.href), 1000);
  });
}, true);
