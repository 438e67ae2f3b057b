// The little script of our own: the pages themselves need none of it.

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

// A text that is too large for the page's connection is not sent; its length is, and the page says what is wrong.
document.addEventListener("change", (event) => {
  const most = Number(event.target.dataset?.most);
  if (!most || event.target.value.length <= most) return;
  event.stopPropagation();
  const size = document.getElementById(event.target.dataset.tell);
  size.value = event.target.value.length;
  event.target.value = "";
  size.dispatchEvent(new Event("change", { bubbles: true }));
}, true);
