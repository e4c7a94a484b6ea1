-- AlterTable
ALTER TABLE "Session" ADD COLUMN "storyHash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Session_storyHash_key" ON "Session"("storyHash");
