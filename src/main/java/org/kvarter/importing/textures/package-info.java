/** Finding the pictures that model files name, safely: beside the file or below, and really pictures. */
package org.kvarter.importing.textures;
